sfwSearch("head",{"lengths":"rBhF","titles":"PZ","words":"2019","parts":{"w":"v35h","p":"","f":"bjm5","t":"faco"}});
