sfwSearch("head",{"lengths":"3D3DoGkFjZ","titles":"PLOalB","words":"00","parts":{"w":"icfa","p":"","f":"ssak","t":"ytnbvxkl"}});
