sfwSearch("head",{"lengths":"9C-BiCtB","titles":"EIJH","words":"1","parts":{"w":"s5lv","p":"n5eg","f":"cuxf","t":"f6n7"}});
