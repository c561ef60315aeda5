sfwSearch("t0",[
{"href":"corrections.html","title":["Corrections"],"about":["Page"],"tag":"","text":"1 August 2019\nThe earth road in Feifeng is repaired\nThe road is 300 metres long\nThe road is 200 metres long"},
{"href":"about.html","title":["About this site"],"about":["Page"],"tag":"","text":"Source and definitions.\nThis site gathers the progress of the Three Services, such as the Feifeng road."},
{"href":"figures.html#roads","title":["Roads repaired"],"about":["Figures"],"tag":"","text":"200 metres\nMarch 2019\nThe stretches repaired in the stories\nFrom 1 record\nThree Services Bulletin: Roads repaired, 200 metres (as of March 2019). Source: A newspaper report of mid-2019. https://sfw.example/en/figures.html#roads\nLength of road\nLength of the road repaired\nA newspaper report of mid-2019\nThe earth road in Feifeng is repaired"},
{"href":"bulletins/1.html","title":["Issue 1: At the front line"],"about":["Issue"],"tag":"","text":"The first issue.\nThe earth road in Feifeng is repaired\nA stretch of 200 metres has been repaired.\nmid-2019\nA newspaper report of mid-2019"}
]);
