sfwSearch("head",{"filters":["line:grassroots","place:not-stated","month:not-stated"],"documents":"2EZDABC7CGDABCMEA","lists":["2019","l0.dc98d4f7.js"],"texts":[0,"t0.b290b667.js"]});
