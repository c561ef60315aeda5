sfwSearch("t0",[
{"href":"about.html","title":["About this site"],"about":["Page"],"tag":"","text":"This site gathers progress."},
{"href":"stories/road.html","title":["An earth road is repaired"],"about":["Story","Serving the grassroots","date not stated"],"tag":"","text":"A stretch of earth road has been repaired.\nThe road has been repaired; see About.\nServing the grassroots\nA newspaper report of mid-2019"}
]);
