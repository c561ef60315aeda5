sfwSearch("t0",[
{"href":"corrections.html","title":["更正记录"],"about":["本站"],"tag":"","text":"2019年8月1日\n飞凤社区黄土路整修完成\n道路长300米\n道路长200米"},
{"href":"about.html","title":["关于本站"],"about":["本站"],"tag":"","text":"来源和口径。\n本站汇总“三服务”工作的进展，如飞凤社区道路。"},
{"href":"figures.html#roads","title":["整修道路"],"about":["数据"],"tag":"","text":"200米\n2019年3月\n各案例中整修的路段\n来自1条记录\n《三服务简报》：整修道路，200米（截至2019年3月）。来源：2019年年中报纸报道。https://sfw.example/figures.html#roads\n道路长度\n整修路段的长度\n2019年年中报纸报道\n飞凤社区黄土路整修完成"},
{"href":"bulletins/1.html","title":["第1期：下沉一线解难题"],"about":["简报"],"tag":"","text":"第一期简报。\n飞凤社区黄土路整修完成\n200米长的黄土路段整修完成。\n2019年年中\n2019年年中报纸报道"}
]);
