sfwSearch("head",{"lengths":"MtB","titles":"EH","words":"2019","parts":{"w":"6bif","p":"dyod","f":"bjm5","t":"3rvl"}});
