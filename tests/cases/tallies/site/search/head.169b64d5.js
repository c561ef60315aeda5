sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:not-stated"],"documents":"tBHDABCiCJA-BIA9CEA","lists":["0日","l0.a08b4276.js"],"texts":[0,"t0.bddefb08.js"]});
