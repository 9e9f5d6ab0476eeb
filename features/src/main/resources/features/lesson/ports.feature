Feature: Ports
  IP brings a packet to the right host. The port, a number from 0 to 65535, says which of the host's applications it is for.
  So a packet names four things: the address and port it comes from, and the address and port it goes to.

  Rule: IP finds the server, the port finds the application in it
    @PORT-1
    Scenario: A datagram reaches the application that has the port
      Given the endpoint's applications wait for datagrams on any set of ports
      When the peer sends any data to any one of them
      Then each application receives exactly what was sent to its port

    @PORT-1
    Scenario: A datagram for a port that nobody has reaches nobody
      Given the endpoint's applications wait for datagrams on any set of ports
      When the peer sends any data to any port that none of them has
      Then no application receives anything
      And the endpoint sends back nothing, or that no application has the port

    @PORT-1
    Scenario: A port is given to one application only
      Given the endpoint's application waits for datagrams on any port
      Then another application that asks for the same port is refused

  Rule: A packet names source address and port, destination address and port
    @PORT-2
    Scenario: All four are right in a datagram
      Given the endpoint's application waits for datagrams on any port
      When it sends any data to any port of the peer
      Then the endpoint's packet has both addresses and both ports

    @PORT-2
    Scenario: All four are right in a connection
      Given the endpoint's application listens on any port
      When a SYN arrives at any number
      Then the endpoint answers with a SYN and ACK

  Rule: Several applications share one address, and each gets its own data
    @PORT-3
    Scenario: A game, a call and a browser share one address
      Given the endpoint's applications wait for datagrams on the ports 8090 (a game), 32202 (a call) and 10010 (a browser)
      When the peer sends any data to each of them, in any order
      Then each application receives exactly what was sent to its port

    @PORT-3
    Scenario: Any applications share one address
      Given the endpoint's applications wait for datagrams on any set of ports
      When the peer sends any data to each of them, in any order
      Then each application receives exactly what was sent to its port

    @PORT-3
    Scenario: Two clients talk to one port at the same time
      Given the endpoint's application listens on any port
      When two clients at the peer, from any two ports, connect to the same port
      And each client sends any data, in any order
      Then the endpoint's application receives each client's data on that client's connection

    @PORT-3
    Scenario: Two clients with the same port talk to one port at the same time
      Given the endpoint's application listens on any port
      When two clients on two hosts, from any port, the same for both, connect to the same port
      And each client sends any data, in any order
      Then the endpoint's application receives each client's data on that client's connection

  Rule: The answer goes to the very port that asked
    @PORT-4
    Scenario: The client at 100.100.100.1 asks from port 10010
      Given the endpoint has the address 100.100.100.1
      And the peer has the address 200.200.200.3
      And the endpoint's application waits for datagrams on port 10010
      When it sends a question to port 80 of the peer, again each second until it is answered with the answer
      Then the endpoint's packet has both addresses and both ports
      And the endpoint's application receives the answer

    @PORT-4
    Scenario: The server at 200.200.200.3 answers from port 80
      Given the endpoint has the address 200.200.200.3
      And the peer has the address 100.100.100.1
      And the endpoint's application answers every datagram on port 80
      When the peer sends a question to it from port 10010
      Then the answer comes from port 80 and goes to port 10010

    @PORT-4
    Scenario: Any client gets the answer at its own port
      Given the endpoint's application answers every datagram on any port
      When the peer sends any question to it from any port
      Then the answer comes from the port asked and goes to the port that asked

  Rule: Ports go from 0 to 65535, and the first 1024 are well known
    @PORT-5
    Scenario Outline: The server for <service> has port <port>
      When the endpoint's application listens on port <port>
      And a SYN arrives at any number
      Then the endpoint answers with a SYN and ACK

      Examples:
        | service  | port |
        | FTP data | 20   |
        | FTP      | 21   |
        | TELNET   | 23   |
        | HTTP     | 80   |
        | HTTPS    | 443  |

    @PORT-5
    Scenario: Every port but zero can be used
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any data to it from any port
      Then the endpoint's application receives exactly that data

    @PORT-5
    Scenario: A client that names no port gets one that is not well known
      When the endpoint's application connects to any port of the peer, from five ports of the stack's choice
      Then the endpoint sends a SYN for each connection, from a port of its own

    @PORT-5
    Scenario: It gets one where another application waits at a port, too
      Given the endpoint's application listens on any port
      When the endpoint's application connects to any port of the peer, from five ports of the stack's choice
      Then the endpoint sends a SYN for each connection, from a port of its own
