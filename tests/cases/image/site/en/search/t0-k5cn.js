sfwSearch("t0",[
{"href":"stories/road.html","title":["An earth road is repaired"],"about":["Story","Serving the grassroots","date not stated"],"tag":"","text":"A stretch of earth road has been repaired.\nThe road has been repaired.\nServing the grassroots\nA newspaper report of mid-2019"}
]);
