Feature: TCP: connection
  Before two programs exchange data over TCP, their hosts agree to talk. The client asks (SYN), the server accepts and asks
  back (SYN and ACK), the client confirms (ACK). Each side tells the other the number at which it starts to count its octets,
  and each confirms the other's number by naming the next one it expects.

  Rule: The client asks to connect with SYN
    @HS-1
    Scenario: The first packet of a connection is a SYN
      Given the peer waits for connections on any port
      When the endpoint's application connects to the peer from any port
      Then the endpoint sends a SYN without ACK and without data

    @HS-1
    Scenario: Another connection asks with a SYN of its own
      Given the peer waits for connections on any port
      When the endpoint's application connects to the peer twice, from any two ports
      Then the endpoint sends a SYN without ACK and without data for each connection

  Rule: The server accepts and asks back, acknowledging the client's SYN
    @HS-2
    Scenario: A SYN to a listening port is answered with SYN and ACK
      Given the endpoint's application listens on any port
      When the peer sends a SYN from any port with any sequence number
      Then the endpoint answers with SYN and ACK, acknowledging the peer's SYN

    @HS-2
    Scenario: A SYN may carry options that the server does not know
      Given the endpoint's application listens on any port
      When the peer sends a SYN with any options
      Then the endpoint answers with SYN and ACK, acknowledging the peer's SYN

    @HS-2
    Scenario: A SYN that arrives twice is the same request
      Given the endpoint's application listens on any port
      And the peer has sent a SYN from any port with any sequence number
      And the endpoint has answered with SYN and ACK
      When the same SYN arrives once more
      Then any answer of the endpoint acknowledges the same SYN
      And the peer completes the handshake and the endpoint's application is connected once

    @HS-2
    Scenario: A SYN and ACK that is lost is sent again
      Given the endpoint's application listens on any port
      And the peer has sent a SYN from any port with any sequence number
      And the endpoint has answered with SYN and ACK
      When the SYN and ACK is lost, so that nobody acknowledges it
      Then the endpoint sends the same SYN and ACK again
      And the peer completes the handshake and the endpoint's application is connected once

    @HS-2
    Scenario: An acknowledgment is no request to connect
      Given the endpoint's application listens on any port
      When the peer sends a segment with ACK, any other flags but RST, and any numbers and data to that port
      Then the endpoint answers with a reset that has the number that was acknowledged
      And the endpoint's application is told of no connection

    @HS-2
    Scenario: Only a SYN asks to connect
      Given the endpoint's application listens on any port
      When the peer sends a segment without SYN, ACK and RST, with any numbers and data, to that port
      Then the endpoint does not accept it like a SYN
      And the endpoint's application is told of no connection

  Rule: The client acknowledges the server's SYN
    @HS-3
    Scenario: The client confirms and is connected
      Given the peer waits for connections on any port
      And the endpoint's application connects to the peer from any port
      When the peer answers with SYN and ACK and any sequence number of its own
      Then the endpoint acknowledges the peer's SYN
      And the endpoint's application is told that it is connected

    @HS-3
    Scenario: An answer to something never asked is refused
      Given the peer waits for connections on any port
      And the endpoint's application connects to the peer from any port
      When the peer answers with SYN and ACK, but acknowledges any other number
      Then the endpoint sends a reset with the number that was acknowledged
      And the endpoint's application is not told that it is connected

  Rule: Data is sent only once the connection is there
    @HS-4
    Scenario: The client keeps its data back until the handshake is done
      Given the peer waits for connections on any port
      When the endpoint's application connects to the peer and sends any data at once
      Then the endpoint sends a SYN without ACK and without data
      And the endpoint sends no data before the peer has answered
      And once the peer has answered, exactly that data reaches the peer

    @HS-4
    Scenario: The server takes data that rides on the client's ACK
      Given the endpoint's application listens on any port
      And the peer has sent a SYN from any port with any sequence number
      And the endpoint has answered with SYN and ACK
      When the peer completes the handshake with an ACK that carries any data
      Then the endpoint acknowledges the data
      And the endpoint's application receives exactly what the peer sent

  Rule: After the handshake both sides know that the other can hear and answer
    @HS-5
    Scenario Outline: Both directions work when the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the peer sends any data
      And the endpoint's application sends any data in answer
      Then the endpoint's application receives exactly what the peer sent
      And the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @HS-5 @RFC9293/MUST-10
    Scenario: Both may ask at the same time
      Given the peer waits for connections on any port
      And the endpoint's application connects to the peer from any port
      When the peer's own SYN, with any sequence number, crosses the endpoint's SYN
      Then the endpoint answers with SYN and ACK, acknowledging the peer's SYN
      And once the peer has acknowledged too, the endpoint's application is told that it is connected

    @HS-5
    Scenario: A connection is logical: silence does not end it
      Given a connection that the peer has opened, starting at any sequence number
      When nobody sends anything for a long time
      And the peer sends any data
      Then the endpoint's application receives exactly what the peer sent

    @HS-5
    Scenario: A second SYN does not start the connection anew
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any other SYN within the window
      Then the endpoint still expects the next octet of the connection, or resets it
      And what the peer sends next reaches the endpoint's application, or that is told of the reset

    @HS-5
    Scenario: A reset ends the connection, and the application learns that
      Given a connection that the peer has opened, starting at any sequence number
      When the peer resets the connection
      Then the endpoint's application is told that the connection was reset

    @HS-5
    Scenario: The handshake survives a network that loses packets
      Given a network that loses any of the first packets
      When the endpoint's application connects to a server on the peer's host
      Then both applications are told that they are connected

    @HS-5
    Scenario: The server's part in the handshake survives such a network, too
      Given a network that loses any of the first packets
      When an application on the peer's host connects to a server of the endpoint
      Then both applications are told that they are connected

    @HS-5
    Scenario: The server is not connected before the client has confirmed
      Given the endpoint's application listens on any port
      When the peer sends a SYN from any port with any sequence number
      Then the endpoint answers with SYN and ACK, acknowledging the peer's SYN
      And the endpoint's application is told of no connection before the peer has acknowledged
      And the peer completes the handshake and the endpoint's application is connected once

    @HS-5
    Scenario: The client confirms by naming the number after the server's SYN, no other
      Given the endpoint's application listens on any port
      And the peer has sent a SYN from any port with any sequence number
      And the endpoint has answered with SYN and ACK
      When the peer acknowledges any other number than the one after the endpoint's SYN
      Then the endpoint's application is told of no connection
      And the endpoint answers with a reset that has this number, or says what it expects

    @HS-5
    Scenario: A reset from outside the window ends nothing
      Given a connection that the peer has opened, starting at any sequence number
      When a reset arrives whose number lies anywhere outside the endpoint's window
      Then the endpoint's application is told of no end
      And what the peer sends next reaches the endpoint's application

    @HS-5
    Scenario: When a connection is over, the server still listens
      Given a connection that the peer has opened, starting at any sequence number
      And both sides have closed it
      When another client at the peer connects to the same port
      Then the endpoint's application gets that connection, too
      And what the peer sends next reaches the endpoint's application

  Rule: Without an answering server there is no connection, and the client learns that
    @HS-6
    Scenario: The server's host has no such application
      Given the peer waits for connections on any port
      And the endpoint's application connects to the peer from any port
      When the peer answers with a reset
      Then the endpoint's application is told that the connection was refused

    @HS-6
    Scenario Outline: A reset that <flaw> is no refusal
      Given the peer waits for connections on any port
      And the endpoint's application connects to the peer from any port
      When a reset arrives that <flaw> and has any number
      Then the endpoint's application is told of no refusal
      And once the peer has answered with SYN and ACK, the endpoint's application is told that it is connected

      Examples:
        | flaw                          |
        | has no ACK                    |
        | acknowledges any other number |

    @HS-6
    Scenario: Nobody answers at all
      Given nobody is at the peer's address
      When the endpoint's application connects to the peer from any port
      Then the endpoint asks again
      And in the end the endpoint's application is told that there is no connection

    @HS-6
    Scenario: A SYN to a port without an application is refused
      When the peer sends a SYN to any port of the endpoint that nobody listens on
      Then the endpoint answers with a reset that acknowledges the SYN

    @HS-6
    Scenario: A segment that belongs to no connection is refused, a reset is not
      When the peer sends a segment with any flags, numbers and data that belongs to no connection
      Then the endpoint answers with the reset that fits it, or not at all if it was a reset itself
