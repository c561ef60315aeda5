sfwSearch("head",{"lengths":"2E","titles":"Z","words":"2019","parts":{"w":"7vi3","p":"","f":"2qfj","t":"k5cn"}});
