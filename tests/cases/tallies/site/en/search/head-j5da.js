sfwSearch("head",{"lengths":"-M1FjG2E","titles":"VXcZ","words":"1","parts":{"w":"uoiy","p":"","f":"cuxf","t":"zvcl"}});
