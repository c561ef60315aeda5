sfwSearch("head",{"lengths":"5G","titles":"R","words":"1.5","parts":{"w":"46s4","p":"r3om","f":"dxef","t":"kbpq"}});
