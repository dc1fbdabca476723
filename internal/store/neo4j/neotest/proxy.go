package neotest

import (
	"bytes"
	"net"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// Proxy stands between a store and the server, and makes trouble. It may be used from several goroutines.
type Proxy struct {
	net.Listener
	to    string
	mu    sync.Mutex
	down  bool
	aged  bool
	words string // before which what is done
	what  func()
	left  int // bytes that the server may still say; negative: as many as it likes
	conns []net.Conn
}

// NewProxy starts one that ends with t, and answers the URL that leads through it.
func NewProxy(t testing.TB, url string) (*Proxy, string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	host := url[strings.Index(url, "@")+1:]
	p := &Proxy{Listener: l, to: host, left: -1}
	go p.serve()
	t.Cleanup(func() {
		p.Cut(true)
		_ = l.Close() // the server's end closes it too
	})
	return p, "bolt" + strings.Replace(url[strings.Index(url, "://"):], host, l.Addr().String(), 1)
}

// Cut ends all connections, and, while down, new ones too.
func (p *Proxy) Cut(down bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.down, p.left = down, -1
	p.cut()
}

// CutAfter cuts everything, as Cut(true) does, when the server has said n more bytes.
func (p *Proxy) CutAfter(n int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.left = n
}

// Age makes the server call itself by a version of long ago on new connections.
func (p *Proxy) Age() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.aged = true
}

// Before does what, once, before the server hears words of a statement.
func (p *Proxy) Before(words string, what func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.words, p.what = words, what
}

// asked is what comes through of what the client says.
func (p *Proxy) asked(b []byte) []byte {
	p.mu.Lock()
	what := p.what
	if what == nil || !bytes.Contains(b, []byte(p.words)) {
		what = func() {}
	} else {
		p.what = nil
	}
	p.mu.Unlock()
	what()
	return b
}

// cut is called with mu held.
func (p *Proxy) cut() {
	for _, c := range p.conns {
		_ = c.Close()
	}
	p.conns = nil
}

func (p *Proxy) serve() {
	for {
		in, err := p.Accept()
		if err != nil {
			return
		}
		out, err := net.Dial("tcp", p.to)
		p.mu.Lock()
		switch {
		case err != nil:
			_ = in.Close()
		case p.down:
			_, _ = in.Close(), out.Close()
		default:
			p.conns = append(p.conns, in, out)
			go pipe(out, in, p.asked)
			go pipe(in, out, p.said)
		}
		p.mu.Unlock()
	}
}

func pipe(to, from net.Conn, pass func([]byte) []byte) {
	buf := make([]byte, 4096)
	for {
		n, err := from.Read(buf)
		if n > 0 && err == nil {
			_, err = to.Write(pass(buf[:n]))
		}
		if err != nil { // either is cut
			_ = to.Close()
			return
		}
	}
}

// agentVersion is the name that a server gives itself, as far as its major version goes.
var agentVersion = regexp.MustCompile(`Neo4j/[0-9][0-9.]`)

// said is what comes through of what the server said.
func (p *Proxy) said(b []byte) []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.aged {
		b = agentVersion.ReplaceAll(b, []byte("Neo4j/0."))
	}
	if p.left < 0 {
		return b
	}
	if p.left -= len(b); p.left < 0 {
		p.down = true
		p.cut()
		return nil
	}
	return b
}
