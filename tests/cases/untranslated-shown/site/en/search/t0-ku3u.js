sfwSearch("t0",[
{"href":"about.html","title":["关于本站"],"about":["Page"],"tag":"zh-Hans","text":"本站汇总进展。"},
{"href":"stories/village.html","title":["专家进村指导"],"about":["Story","Serving the grassroots","date not stated"],"tag":"zh-Hans","text":"专家到村里指导建设。\n专家分批到村里指导，见道路和关于本站。\nServing the grassroots\nA newspaper report of mid-2019"},
{"href":"stories/road.html","title":["An earth road is repaired"],"about":["Story","Serving the grassroots","date not stated"],"tag":"","text":"A stretch of earth road has been repaired.\nThe road has been repaired.\nServing the grassroots\nA newspaper report of mid-2019"}
]);
