sfwSearch("head",{"lengths":"qBjB6EiC7I","titles":"EEELL","words":"00","parts":{"w":"phao","p":"6qh5","f":"ssak","t":"fqlqr6yv"}});
