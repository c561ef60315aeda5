sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:not-stated"],"documents":"tBHDABC","lists":["2019","l0.c6ab288c.js"],"texts":[0,"t0.7e35c547.js"]});
