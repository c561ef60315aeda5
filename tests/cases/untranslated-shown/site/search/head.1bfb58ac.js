sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:not-stated"],"documents":"tBHDABC2BGDABCMEA","lists":["2019","l0.f50e3fc5.js"],"texts":[0,"t0.bc61dc1c.js"]});
