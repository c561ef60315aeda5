sfwSearch("f0",{"line":{"values":["grassroots"],"of":"AAABA"},"place":{"values":["not-stated"],"of":"AAABA"},"month":{"values":["not-stated"],"of":"AAABA"}});
