sfwSearch("f0",{"line":{"values":["grassroots"],"of":"ABABA"},"place":{"values":["not-stated"],"of":"ABABA"},"month":{"values":["not-stated"],"of":"ABABA"}});
