sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:not-stated"],"documents":"zBHDABCMEA","lists":["2019","l0.14dadba7.js"],"texts":[0,"t0.0c2ea41a.js"]});
