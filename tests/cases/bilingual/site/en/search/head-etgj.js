sfwSearch("head",{"lengths":"3D3DiLkFjZ","titles":"LPOalB","words":"00","parts":{"w":"4aq5","p":"","f":"ssak","t":"6denvxkl"}});
