sfwSearch("head",{"lengths":"tB","titles":"H","words":"2019","parts":{"w":"daqe","p":"p5d6","f":"2qfj","t":"py24"}});
