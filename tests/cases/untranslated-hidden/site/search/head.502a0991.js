sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:not-stated"],"documents":"xBHDABC2BGDABCMEA","lists":["2019","l0.53a2b4e3.js"],"texts":[0,"t0.5a360c89.js"]});
