sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:not-stated"],"documents":"2EZDABCjGcA1FXA1HVA","lists":["1","l0.fef8bdaa.js"],"texts":[0,"t0.0941b579.js"]});
