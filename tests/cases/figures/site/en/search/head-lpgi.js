sfwSearch("head",{"lengths":"8T","titles":"uB","words":"15000","parts":{"w":"j5d6","p":"","f":"dxef","t":"do32"}});
