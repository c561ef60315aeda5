sfwSearch("head",{"lengths":"M7C2E","titles":"EGZ","words":"2019","parts":{"w":"6qtt","p":"t75u","f":"psli","t":"ku3u"}});
