sfwSearch("f0",{"line":{"values":["grassroots"],"of":"ABA"},"place":{"values":["not-stated"],"of":"ABA"},"month":{"values":["not-stated"],"of":"ABA"}});
