sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:2019-05"],"documents":"5GRDABC","lists":["0米","l0.b0e5f5a4.js"],"texts":[0,"t0.505f0781.js"]});
