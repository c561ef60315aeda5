sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:not-stated"],"documents":"2EZDABC","lists":["2019","l0.f6c05d2f.js"],"texts":[0,"t0.5744da36.js"]});
