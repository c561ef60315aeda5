sfwSearch("t0",[
{"href":"about.html","title":["关于本站"],"about":["本站"],"tag":"","text":"本站汇总进展。"},
{"href":"stories/village.html","title":["专家进村指导"],"about":["进展","服务基层","时间未载明"],"tag":"","text":"专家到村里指导建设。\n专家分批到村里指导，见道路和关于本站。\n服务基层\n2019年年中报纸报道"},
{"href":"stories/road.html","title":["黄土路整修完成"],"about":["进展","服务基层","时间未载明"],"tag":"","text":"一段黄土路整修完成。\n道路已经整修完成，见村庄。\n服务基层\n2019年年中报纸报道"}
]);
