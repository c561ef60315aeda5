sfwSearch("f0",{"line":{"values":["grassroots"],"of":"BA"},"place":{"values":["not-stated"],"of":"BA"},"month":{"values":["not-stated"],"of":"BA"}});
