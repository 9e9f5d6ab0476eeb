Feature: RFC 9293 section 3.8.5: urgent data
  Urgent data is a hint to hurry, no channel of its own: its octets stand in the stream like all others. The sender says up to
  where its data is urgent; the receiver tells its application to read on, for something there cannot wait.

  Rule: The sender says where its urgent data ends
    @RFC9293/MUST-62 @RFC9293/MUST-30
    Scenario Outline: Urgent data among other data is marked up to its last octet, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the endpoint's application sends a few octets
      And the endpoint's application sends any urgent data
      And the endpoint's application sends a few octets more
      Then the peer receives exactly what the endpoint's application sent
      And every packet on the wire says how far the urgent data goes

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/MUST-31
    Scenario: Any amount of data can be urgent
      Given a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends any stream, all of it urgent
      Then the peer receives exactly what the endpoint's application sent
      And every packet on the wire says how far the urgent data goes

    @RFC9293/MUST-62
    Scenario: What waits for room is urgent all the same
      Given a connection that the peer has opened, with a window of any size
      And the endpoint's application has filled it with any data
      When the endpoint's application sends any urgent data
      Then once the peer opens its window, the peer receives exactly what the endpoint's application sent
      And every packet on the wire says how far the urgent data goes

  Rule: The receiver tells its application
    @RFC9293/MUST-32 @RFC9293/MUST-30
    Scenario Outline: The application hears of urgent data and gets it, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the peer sends any urgent data
      Then the endpoint's application is told that there is urgent data
      And the endpoint's application receives exactly what the peer sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/MUST-32
    Scenario: The application hears of urgent data although it does not read
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application takes no data for a while
      And the peer sends a few octets
      When the peer sends any urgent data
      Then the endpoint's application is told that there is urgent data

    @RFC9293/MUST-32
    Scenario: The application hears of urgent data again
      Given a connection that the peer has opened, starting at any sequence number
      And the peer sends any urgent data
      And the endpoint's application receives exactly what the peer sent
      When the peer sends any urgent data
      Then the endpoint's application is told that there is urgent data

    @RFC9293/MUST-32
    Scenario: The application hears of urgent data that has yet to come
      Given a connection that the peer has opened, starting at any sequence number
      When the peer says that what it sends next is urgent
      Then the endpoint's application is told that there is urgent data

    # A real application may hear of the first urgent data only after it has taken it.
    @RFC9293/3.10.7.4-URG @virtual-time
    Scenario Outline: What was taken is no news when it comes again, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the peer sends any urgent data
      And the endpoint's application receives exactly what the peer sent
      When the peer sends the last of that again, and what comes next
      Then the endpoint's application receives exactly what the peer sent
      And the endpoint's application is not told that there is urgent data

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/3.1-URGENT-POINTER
    Scenario: Without URG the urgent pointer means nothing
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data with an urgent pointer, but without URG
      Then the endpoint's application receives exactly what the peer sent
      And the endpoint's application is not told that there is urgent data

    @RFC9293/3.8.5-ROBUST
    Scenario: Urgent pointers to anywhere harm no data
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in segments with any urgent pointer
      Then the endpoint's application receives exactly what the peer sent

  Rule: The application can find out how far it goes
    @RFC9293/MUST-33
    Scenario Outline: Urgent data is there until its last octet is taken, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application takes no data for a while
      And the peer sends a few octets
      When the peer sends any urgent data
      And the peer sends what comes next
      Then the endpoint acknowledges everything that the peer has sent
      And the endpoint's application finds that there is urgent data to read
      When the endpoint's application takes what is urgent, but one octet
      Then the endpoint's application finds that there is urgent data to read
      When the endpoint's application takes one octet
      Then the endpoint's application finds that no urgent data remains

      Examples:
        | opener   |
        | endpoint |
        | peer     |

  Rule: Urgent data needs no room
    @RFC9293/MUST-66-URG
    Scenario: The application hears of urgent data although the window is closed
      Given a connection in ESTABLISHED after a passive open
      And the endpoint's application takes no data, and the peer has filled the window
      When the peer says that what it sends next is urgent
      Then the endpoint's application is told that there is urgent data
