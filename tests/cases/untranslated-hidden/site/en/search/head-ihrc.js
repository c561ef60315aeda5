sfwSearch("head",{"lengths":"nF","titles":"Z","words":"2019","parts":{"w":"vlae","p":"","f":"2qfj","t":"glhr"}});
