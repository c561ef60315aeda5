sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:not-stated"],"documents":"tBHDABCMEA","lists":["2019","l0.6d2bced4.js"],"texts":[0,"t0.0cfcd756.js"]});
