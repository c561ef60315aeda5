sfwSearch("head",{"lengths":"jBqBnCiC7I","titles":"EEELL","words":"00","parts":{"w":"lmw3","p":"o4bb","f":"ssak","t":"76wcr6yv"}});
