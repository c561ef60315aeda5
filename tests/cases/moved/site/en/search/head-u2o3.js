sfwSearch("head",{"lengths":"rB2E","titles":"PZ","words":"2019","parts":{"w":"rqfb","p":"","f":"bjm5","t":"gecp"}});
