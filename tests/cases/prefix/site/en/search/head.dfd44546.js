sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:not-stated"],"documents":"hFZDABCrBPA","lists":["2019","l0.0d72a372.js"],"texts":[0,"t0.059f23f9.js"]});
