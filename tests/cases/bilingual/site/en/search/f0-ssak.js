sfwSearch("f0",{"line":{"values":["grassroots"],"of":"AAAABA"},"place":{"values":["xicheng"],"of":"AAAABA"},"month":{"values":["2019-03"],"of":"AAAABA"}});
