sfwSearch("t0",[
{"href":"figures.html#visits","title":["Visits to enterprises"],"about":["Figures"],"tag":"","text":"302 visits\n30 September 2019\nVisits to date\nFrom a newspaper report of mid-2019; no records yet\nVisits to enterprises\nVisits to enterprises to date\nA newspaper report of mid-2019\n237 visits\nmid-2019\nA newer number is known."},
{"href":"bulletins/1.html","title":["Issue 1: Mid-year issue"],"about":["Issue"],"tag":"","text":"Running totals.\nAn earth road is repaired\nA stretch of earth road has been repaired.\nVisits to enterprises\n237 visits\nmid-2019\nA newspaper report of mid-2019"},
{"href":"bulletins/2.html","title":["Issue 2: Third-quarter issue"],"about":["Issue"],"tag":"","text":"Running totals.\nAn earth road is repaired\nA stretch of earth road has been repaired.\nVisits to enterprises\n302 visits\n30 September 2019\nA newspaper report of mid-2019"},
{"href":"stories/road.html","title":["An earth road is repaired"],"about":["Story","Serving the grassroots","date not stated"],"tag":"","text":"A stretch of earth road has been repaired.\nThe road has been repaired.\nServing the grassroots\nA newspaper report of mid-2019"}
]);
