sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:not-stated"],"documents":"2EZDABCrBPA","lists":["2019","l0.62fd862a.js"],"texts":[0,"t0.e4a1bdad.js"]});
