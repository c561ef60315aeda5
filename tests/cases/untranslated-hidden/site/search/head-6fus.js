sfwSearch("head",{"lengths":"M2BxB","titles":"EGH","words":"2019","parts":{"w":"4cco","p":"ozfj","f":"psli","t":"bs76"}});
