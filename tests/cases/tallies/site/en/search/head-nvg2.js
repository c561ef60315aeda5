sfwSearch("head",{"lengths":"1H1FjG2E","titles":"VXcZ","words":"1","parts":{"w":"d2oq","p":"","f":"cuxf","t":"ha3r"}});
