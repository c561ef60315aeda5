sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:2019-05"],"documents":"8TuBDABC","lists":["15000","l0.a9999f5d.js"],"texts":[0,"t0.1bb7a332.js"]});
