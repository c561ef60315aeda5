sfwSearch("head",{"lengths":"0F-BiCtB","titles":"EIJH","words":"1","parts":{"w":"fvfc","p":"ckck","f":"cuxf","t":"y4wa"}});
