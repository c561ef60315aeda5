sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:not-stated"],"documents":"nFZDABC","lists":["2019","l0.b7920d16.js"],"texts":[0,"t0.32cf11d7.js"]});
