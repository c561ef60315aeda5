sfwSearch("head",{"lengths":"M2BtB","titles":"EGH","words":"2019","parts":{"w":"2nry","p":"7rci","f":"psli","t":"gwxd"}});
