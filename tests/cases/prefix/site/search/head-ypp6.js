sfwSearch("head",{"lengths":"MzB","titles":"EH","words":"2019","parts":{"w":"wyas","p":"pfbh","f":"bjm5","t":"io25"}});
